export default {
  workoutLog: {
    input: { target: './openapi.json' },
    output: { client: 'zod', target: './generated/zod.ts', override: { zod: { version: 4, dateTimeOptions: { offset: true } } } },
  },
};
