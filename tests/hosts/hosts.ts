/** A place in somebody's app. Its file in `apps` has the same name. */
export interface HostOfTest {
  file: string;
  /** As the documentation calls it. */
  title: string;
  /** Whether Escape closes it. */
  closesOnEscape: boolean;
  /** Whether the button is in another document, or in a shadow tree. */
  hasOwnTree?: boolean;
}

const modal = (file: string, title: string): HostOfTest => ({ file, title, closesOnEscape: true });
const place = (file: string, title: string): HostOfTest => ({ file, title, closesOnEscape: false });

export const hosts: HostOfTest[] = [
  place('page', 'The page itself'),
  modal('radix-dialog', 'Radix Dialog, the same copy'),
  modal('radix-dialog-1.1.15', 'Radix Dialog 1.1.15, another copy'),
  modal('vaul-drawer', 'vaul Drawer'),
  modal('mui-dialog', 'MUI Dialog'),
  modal('mui-drawer', 'MUI Drawer'),
  modal('mui-swipeable-drawer', 'MUI SwipeableDrawer that stays mounted'),
  modal('react-aria', 'React Aria Components Modal'),
  modal('headless-ui', 'Headless UI Dialog'),
  modal('mantine-modal', 'Mantine Modal'),
  modal('base-ui', 'Base UI Dialog'),
  modal('antd-modal', 'Ant Design Modal'),
  modal('antd-drawer', 'Ant Design Drawer'),
  modal('ariakit', 'Ariakit Dialog'),
  modal('chakra', 'Chakra UI Dialog (Ark UI)'),
  modal('react-bootstrap', 'React Bootstrap Modal'),
  modal('bootstrap', 'Bootstrap Modal, without React'),
  modal('react-modal', 'react-modal'),
  modal('focus-trap', 'focus-trap-react'),
  modal('plain-focus-trap', 'focus-trap-react, around a plain element'),
  modal('custom-modal', 'A hand-written modal without a role'),
  modal('fluent', 'Fluent UI Dialog'),
  modal('sweetalert2', 'SweetAlert2'),
  modal('inert-page', 'A hand-written modal that makes the rest of the page inert'),
  modal('shoelace', 'Shoelace Dialog (web component)'),
  modal('native-dialog', '<dialog>'),
  place('fullscreen', 'A full-screen element'),
  place('transform', 'A transformed box that clips its content'),
  { ...place('iframe', 'An iframe (react-frame-component)'), hasOwnTree: true },
  { ...place('shadow-root', 'A shadow root'), hasOwnTree: true },
];
