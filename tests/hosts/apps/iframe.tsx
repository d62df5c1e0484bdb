import Frame from 'react-frame-component';
import type { Host } from '../Host.ts';

const styles = [...document.querySelectorAll('link[rel=stylesheet], style')].map(({ outerHTML }) => outerHTML).join('');

export const App: Host = ({ isOpen, children }) =>
  isOpen && (
    <Frame
      title="Payment"
      initialContent={`<!DOCTYPE html><html lang="en"><head>${styles}</head><body><div></div></body></html>`}
      style={{ width: 700, height: 500 }}
    >
      {children}
    </Frame>
  );
