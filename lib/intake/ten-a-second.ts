/** At most ten events a second (the page shows no more), and always the last. */
export function atMostTenASecond<T>(
  now: () => number,
  emit: (value: T) => void,
): (value: T, last?: boolean) => void {
  let told = -Infinity;
  return (value, last = false) => {
    if (!last && now() - told < 100) return;
    told = now();
    emit(value);
  };
}
