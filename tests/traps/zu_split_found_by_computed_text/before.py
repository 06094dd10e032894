import sys
import time


def ask(number):
    time.sleep(0.001)
    return number * 3


seen = []


def item(number):
    answer = ask(number)
    seen.append(answer)
    return answer - len(seen)


for number in range(20):
    print(item(number))
if len(sys.argv) > 1:
    print(getattr(sys.modules["__main__"], "it" + "em")(5))
