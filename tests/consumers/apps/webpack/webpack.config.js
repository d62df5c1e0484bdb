export default {
  mode: 'production',
  entry: './src/main.tsx',
  resolve: { extensions: ['.tsx', '.js'] },
  module: {
    rules: [
      { test: /\.tsx$/, loader: 'esbuild-loader', options: { jsx: 'automatic' } },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
    ],
  },
  performance: { hints: false }, // the size of React alone is above the limit
  stats: 'errors-warnings',
};
