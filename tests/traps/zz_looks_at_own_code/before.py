import inspect
import sys


def work(k):
    total = 0
    for i in range(3000):
        total += i * k % 7
    return total


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    totals = []
    for k in range(count):
        totals.append(work(k))
    print(sum(totals))
    if count == 3:
        print(inspect.getsource(main))
    if count == 4:
        print("concurrent.futures" in sys.modules)
    if count == 5:
        try:
            print(1 // (count - 5))
        except ZeroDivisionError as error:
            print(error.__traceback__.tb_lineno)
    if count == 6:
        print(main.__code__.co_consts)


main()
