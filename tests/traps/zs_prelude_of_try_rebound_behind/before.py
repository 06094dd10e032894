# what is bound before the try is bound behind it, too
import sys

def work(number, more):
    total = sum(k * number % 7 for k in range(3000))
    if (number + more) % 4 == 3:
        raise ValueError(number)
    return total


count = int(sys.argv[1]) if len(sys.argv) > 1 else 12
report = ""

for number in range(count):
    more = number * 2
    try:
        first = work(number, more)
        second = work(number + 1, more)
    except ValueError as error:
        report += f"{number} {error} {more}\n"
        more = -1
    else:
        more = first + second
    finally:
        report += f"{number} {more}\n"
print(report)
