/** Two digits with a true minus sign; what rounds to zero has none. */
export const shown = (value: number, digits = 2): string => {
  const fixed = value.toFixed(digits);
  return Number(fixed) === 0 ? fixed.replace('-', '') : fixed.replace('-', '−');
};
