import { cdp } from 'vitest/browser';
import { requires } from './requires.ts';

const states = new Set(['level', 'modal', 'expanded', 'hasPopup', 'disabled', 'busy', 'focused', 'live']);

/**
 * The accessibility tree of the page in Chromium: one line for each node, in reading order, as
 * `role "name" (description) states`. Status messages are left out: they are announced, not read.
 */
export async function accessibilityTree(): Promise<string[]> {
  requires('devTools');
  const { frameTree } = await cdp().send('Page.getFrameTree');
  const frameId = frameTree.childFrames?.find(({ frame }) => frame.url === window.location.href)?.frame.id;
  if (!frameId) throw new Error('The iframe of this test was not found.');
  const { nodes } = await cdp().send('Accessibility.getFullAXTree', { frameId });
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];

  function walk(id: string): void {
    const node = byId.get(id);
    const role = String(node?.role?.value);
    const isStatusMessage = node?.properties?.some(
      ({ name: state, value }) => state === 'live' && value.value === 'polite',
    );
    if (!node || isStatusMessage || role === 'InlineTextBox') return;
    const name = String(node.name?.value ?? '');
    const isNamedByText = name !== '' && (role === 'button' || role === 'heading');
    if (!node.ignored && !(role === 'generic' && !name) && role !== 'RootWebArea') {
      const described = node.description?.value ? ` (${node.description.value})` : '';
      const properties = (node.properties ?? [])
        .filter((property) => states.has(property.name) && property.value.value)
        .map(({ name: state, value }) => ` ${state}${[true, 1].includes(value.value) ? '' : `=${value.value}`}`);
      lines.push(`${role}${name && ` "${name}"`}${described}${properties.join('')}`);
    }
    if (!isNamedByText) for (const child of node.childIds ?? []) walk(child);
  }

  walk(nodes[0]?.nodeId ?? '');
  return lines;
}
