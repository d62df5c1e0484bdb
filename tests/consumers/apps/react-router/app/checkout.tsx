import Negotiator from 'negotiator';
import { useLoaderData } from 'react-router';
import { loadMessages } from 'react-cancel-preauth';
import { Checkout } from '../src/Checkout';

export function loader({ request }: { request: Request }) {
  return loadMessages(new Negotiator({ headers: Object.fromEntries(request.headers) }).languages());
}

export default function Page() {
  return <Checkout messages={useLoaderData<typeof loader>()} />;
}
