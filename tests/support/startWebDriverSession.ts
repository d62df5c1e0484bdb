/** How WebDriver encodes keys. */
const keys = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C' };

export type Key = keyof typeof keys;

interface Session {
  sessionId: string;
}

export interface WebDriverSession {
  /** A command of the session, such as `/url`. Resolves to its value. */
  post: <Value>(command: string, body?: object) => Promise<Value>;
  get: <Value>(command: string) => Promise<Value>;
  /** Runs the body of a function in the page. */
  execute: <Value>(script: string, args?: readonly unknown[]) => Promise<Value>;
  /** Moves, presses or releases the mouse. */
  point: (actions: readonly object[]) => Promise<void>;
  press: (key: Key) => Promise<void>;
  close: () => Promise<void>;
}

/**
 * Starts a browser through the driver that listens at `port` of loopback.
 *
 * @see https://www.w3.org/TR/webdriver2/
 */
export async function startWebDriverSession(port: number, capabilities: object): Promise<WebDriverSession> {
  async function send<Value>(method: string, path: string, body?: object): Promise<Value> {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the format is defined by WebDriver
    const { value } = (await response.json()) as { value: Value };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  }
  const { sessionId } = await send<Session>('POST', '', { capabilities: { alwaysMatch: capabilities } });
  const post = <Value>(command: string, body: object = {}) => send<Value>('POST', `/${sessionId}${command}`, body);
  const perform = async (source: object) => {
    await post('/actions', { actions: [source] });
  };
  return {
    post,
    get: (command) => send('GET', `/${sessionId}${command}`),
    execute: (script, args = []) => post('/execute/sync', { script, args }),
    point: (actions) => perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }),
    press: (key) =>
      perform({
        type: 'key',
        id: 'keyboard',
        actions: [
          { type: 'keyDown', value: keys[key] },
          { type: 'keyUp', value: keys[key] },
        ],
      }),
    async close() {
      await send('DELETE', `/${sessionId}`);
    },
  };
}
