export const chartMessages = {
  'chart.controls': 'What the chart shows',
} as const;
