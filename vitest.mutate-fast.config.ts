import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { include: ['tests/unit/application/confirming/*.test.ts','tests/unit/application/delivering/plan.test.ts', 'tests/unit/netlify/**/*.test.ts'] } });
