import { createPayClient } from 'react-cancel-preauth/client';
import { PayProvider, useCancelPreAuth } from 'react-cancel-preauth/hooks';

globalThis.app = { createPayClient, PayProvider, useCancelPreAuth };
