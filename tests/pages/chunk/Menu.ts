import { CancelPaymentDialog } from 'react-cancel-preauth/dialog';

/** Another part of the app that uses the dialog. */
export class Menu {
  show(): void {
    document.body.append(typeof CancelPaymentDialog);
  }
}
