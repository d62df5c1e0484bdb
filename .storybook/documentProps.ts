import type { Preview } from '@storybook/react-vite';
import { CancelPaymentButton } from 'react-cancel-preauth';
import { CancelPaymentDialog } from 'react-cancel-preauth/dialog';
import * as CancelPayment from 'react-cancel-preauth/parts';

type Enhancer = NonNullable<Preview['argTypesEnhancers']>[number];
type StrictArgTypes = Parameters<Enhancer>[0]['argTypes'];
type ArgType = StrictArgTypes[string];

/** Docgen reports every optional prop as a union with `undefined`. */
function withoutUndefined(argType: ArgType, isSet: boolean): ArgType {
  const { type } = argType;
  if (type?.name !== 'union') return argType;
  const summary = (type.raw ?? '').replace(/ \| undefined$/, '').replace(/^\((.*)\)$/s, '$1');
  const table = { ...argType.table, type: { summary } };
  if (summary === 'boolean') return { ...argType, table, type: { name: 'boolean' } };
  return { ...argType, table, ...(!isSet || summary.includes('=>') ? { control: { disable: true } } : {}) };
}

/** Docgen does not follow `Omit`, so the props that the button and the dialog share with Root come from there. */
function getInheritedArgTypes(component: unknown, parameters: Parameters<Enhancer>[0]['parameters']): StrictArgTypes {
  const inherits = component === CancelPaymentButton || component === CancelPaymentDialog;
  const { children: _, ...inherited } = (inherits && parameters['docs']?.extractArgTypes?.(CancelPayment.Root)) || {};
  return inherited;
}

/** Completes the tables of props in the docs. */
export const documentProps: Enhancer = ({ argTypes, component, initialArgs, parameters }) => {
  const inherited = getInheritedArgTypes(component, parameters);
  const own = Object.entries(argTypes).map(([name, argType]) => [name, { ...inherited[name], ...argType }] as const);
  const all = Object.entries({ ...inherited, ...Object.fromEntries(own) });
  return Object.fromEntries(all.map(([name, argType]) => [name, withoutUndefined(argType, name in initialArgs)]));
};
