from concurrent.futures import ThreadPoolExecutor
from subprocess import DEVNULL, check_output

lines = []


def strip_for_number(number):
    answer = check_output(["expr", str(number), "+", "1"], stdin=DEVNULL, stderr=DEVNULL)
    return answer.decode().strip()


with ThreadPoolExecutor(max_workers=8) as pool:
    lines.extend(pool.map(strip_for_number, range(5)))
print(lines)
