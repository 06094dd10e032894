# the stream is another one for a while
import subprocess
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 12

import io


def check(number):
    print("checked", number, file=sys.stderr)
    return sum(k * number % 7 for k in range(3000))


kept = io.StringIO()
before = sys.stderr
sys.stderr = kept
for number in range(count):
    print(number, check(number))
sys.stderr = before
print(kept.getvalue())
