# a handler changes what is read before the try
import sys

def work(number, more):
    total = sum(k * number % 7 for k in range(3000))
    if (number + more) % 4 == 3:
        raise ValueError(number)
    return total


count = int(sys.argv[1]) if len(sys.argv) > 1 else 12
report = ""

delay = 1
for number in range(count):
    more = delay * 2
    try:
        first = work(number, more)
        second = work(number + 1, more)
    except ValueError as error:
        delay += 1
        report += f"{number} {error} {delay}\n"
    else:
        report += f"{number} {first + second}\n"
print(report)
