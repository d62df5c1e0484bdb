import Negotiator from 'negotiator';
import type { GetServerSideProps } from 'next';
import { loadMessages, type CancelPaymentMessages } from 'react-cancel-preauth';
import { Checkout } from '../src/Checkout';

interface Props {
  messages: CancelPaymentMessages;
}

export const getServerSideProps: GetServerSideProps<Props> = async ({ req }) => ({
  props: { messages: await loadMessages(new Negotiator(req).languages()) },
});

export default function Page({ messages }: Props) {
  return <Checkout messages={messages} />;
}
