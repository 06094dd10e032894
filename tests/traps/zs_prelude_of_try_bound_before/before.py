# what the try gives has a value before it, for those that fail
import sys

def work(number, more):
    total = sum(k * number % 7 for k in range(3000))
    if (number + more) % 4 == 3:
        raise ValueError(number)
    return total


count = int(sys.argv[1]) if len(sys.argv) > 1 else 12
report = ""

for number in range(count):
    more = number // 2
    answer = None
    try:
        answer = work(number, more)
        size = answer + more
    except ValueError:
        pass
    report += f"{number} {answer}\n"
print(report)
