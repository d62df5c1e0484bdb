import { createPayClient, isPayError } from 'react-cancel-preauth/client';
import { createPaySandbox } from 'react-cancel-preauth/sandbox';

const client = createPayClient({ accessToken: 'token', fetch: createPaySandbox().fetch });

export async function POST(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    await client.cancelPreAuth({ transactionId: (await params).id });
    return Response.json({ outcome: 'canceled' });
  } catch (error) {
    return Response.json({ outcome: isPayError(error) ? error.code : 'bug' });
  }
}
