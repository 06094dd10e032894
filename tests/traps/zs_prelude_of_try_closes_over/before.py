# a function that is made before the try sees what is made in it
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

    def told():
        return f"{more} {first}"

    first = 0
    try:
        first = work(number, more)
        second = first + len(told())
    except ValueError as error:
        report += f"{number} {error} {told()}\n"
    else:
        report += f"{number} {second} {told()}\n"
print(report)
