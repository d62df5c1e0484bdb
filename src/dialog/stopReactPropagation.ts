import { version, type SyntheticEvent } from 'react';

type Handlers = Record<string, unknown>;

const stopped = (
  'Click AuxClick DoubleClick ContextMenu KeyDown KeyUp KeyPress Wheel Submit Reset Invalid Change Input ' +
  'BeforeInput CompositionStart CompositionUpdate CompositionEnd Select Copy Cut Paste ' +
  'TouchStart TouchMove TouchEnd TouchCancel MouseDown MouseUp MouseMove MouseOver MouseOut ' +
  'PointerDown PointerUp PointerMove PointerOver PointerOut PointerCancel GotPointerCapture LostPointerCapture ' +
  'Drag DragStart DragEnter DragOver DragLeave DragEnd Drop ' +
  'AnimationStart AnimationIteration AnimationEnd TransitionEnd' +
  // React 18 does not know these, and warns about them.
  (version < '19' ? '' : ' TransitionRun TransitionStart TransitionCancel')
)
  .split(' ')
  .map((name) => `on${name}`);

/**
 * Adds handlers to `props` that stop events from bubbling up the React tree: React bubbles the events of a portal to
 * the row, form or link that the component is in. The DOM event still bubbles, because `stopPropagation` would also
 * hide it from the document, where Radix's layers and an app's analytics listen.
 */
export function stopReactPropagation<P extends object>(props: P): P {
  const handlers: Handlers = {};
  for (const name of stopped) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever it is, it is called only if it is a function
    const own = (props as Handlers)[name];
    handlers[name] = (event: SyntheticEvent) => {
      if (typeof own === 'function') own(event);
      event.isPropagationStopped = () => true;
    };
  }
  return { ...props, ...handlers };
}
