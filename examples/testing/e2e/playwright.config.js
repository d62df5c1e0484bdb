import { defineConfig } from '@playwright/test';

const payBaseUrl = 'http://127.0.0.1:4010/pay/2024-4';

export default defineConfig({
  use: { baseURL: 'http://127.0.0.1:5173' },
  webServer: [
    { command: 'npx --no react-cancel-preauth-sandbox -- --port 4010', url: 'http://127.0.0.1:4010' },
    {
      command: 'npx vite --host 127.0.0.1 --port 5173',
      url: 'http://127.0.0.1:5173',
      env: { VITE_PAY_BASE_URL: payBaseUrl },
    },
  ],
});
