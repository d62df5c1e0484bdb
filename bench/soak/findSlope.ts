/** The slope of the line with the least squares of distances to the points. */
export function findSlope(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const covariance = mean(x.map((value, index) => (value - meanX) * ((y[index] ?? NaN) - meanY)));
  return covariance / mean(x.map((value) => (value - meanX) ** 2));
}
