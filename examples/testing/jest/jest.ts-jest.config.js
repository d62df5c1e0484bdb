export default {
  testEnvironment: 'jest-fixed-jsdom',
  transformIgnorePatterns: ['/node_modules/(?!(\\.pnpm|react-cancel-preauth|is-network-error)/)'],
  transform: { '\\.[jt]sx?$': ['ts-jest', { tsconfig: { allowJs: true, esModuleInterop: true, jsx: 'react-jsx' } }] },
  moduleNameMapper: { '\\.css$': 'identity-obj-proxy' },
};
