from typing import Dict, List, Tuple

Pair = Tuple[int, int]


def roots(n: int) -> Pair:
    low: int = 0
    while (low + 1) * (low + 1) <= n:
        low += 1
    return low, n - low * low


def collect(limit: int) -> Dict[int, Pair]:
    found: Dict[int, Pair] = {}
    for n in range(1, limit, 97):  # type: int
        pair: Pair = roots(n)
        found[n] = pair
    return found


result: Dict[int, Pair] = collect(6_000)
keys: List[int] = list(result)
print(keys[-1], result[keys[-1]], len(result))
