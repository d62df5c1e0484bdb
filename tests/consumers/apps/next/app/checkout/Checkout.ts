'use client';

export { Checkout } from '../../src/Checkout';
