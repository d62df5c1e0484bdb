'use client';

import { useState } from 'react';

interface OpenProps {
  transactionId: string;
  open?: boolean | undefined;
  defaultOpen?: boolean | undefined;
}

/**
 * Whether the dialog of a transaction is open, controlled by the app (`open`) or not (`defaultOpen`). The state includes the
 * transaction: switching to another one closes the dialog, even if this one comes back.
 */
export function useOpenTransaction({
  transactionId,
  open,
  defaultOpen,
}: OpenProps): [isOpen: boolean, setIsOpen: (open: boolean) => void] {
  const [openId, setOpenId] = useState(defaultOpen && transactionId);
  if (openId && openId !== transactionId) setOpenId(false);
  const isOpen = !!transactionId && (open ?? openId === transactionId); // the ID may still be loading
  return [isOpen, (next) => setOpenId(next && transactionId)];
}
