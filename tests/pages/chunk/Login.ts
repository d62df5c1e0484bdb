import { Content, Root } from '@radix-ui/react-dialog';

/** A part of the app that shares Radix with the dialog, but not the dialog. */
export class Login {
  show(): void {
    document.body.append(typeof Content, typeof Root);
  }
}
