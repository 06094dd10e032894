# two of them read what is made before the first
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
    try:
        first = work(number, more)
        first += 1
    except ValueError as error:
        report += f"{number} {error}\n"
        first = 0
    try:
        second = work(first % 9, more)
        third = second + more
    except ValueError as error:
        report += f"{number} again {error}\n"
        continue
    report += f"{number} {first} {third}\n"
print(report)
