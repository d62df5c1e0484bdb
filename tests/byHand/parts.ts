import { failAsNotComparable } from './adapter.tsx';

const Part = (): never => failAsNotComparable('the parts');

export {
  Part as Confirm,
  Part as Content,
  Part as Description,
  Part as Error,
  Part as Keep,
  Part as Overlay,
  Part as Portal,
  Part as Root,
  Part as Title,
  Part as Trigger,
};
