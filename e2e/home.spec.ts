import { expect, test } from './fixtures';

test('the home page opens under its own security rules, quietly and for everybody', async ({
  page,
  accessibility,
}) => {
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self' 'nonce-");
  expect(policy).not.toContain('unsafe-eval');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await accessibility.expectAccessible('home');
});
