// Runs before any code of a page, so that no schema is made before zod knows that it must not try to evaluate code.
import '@/lib/gateway/no-eval';
