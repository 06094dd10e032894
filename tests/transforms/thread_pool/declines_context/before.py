import decimal
import time


def share(number):
    time.sleep(0.01)
    context = decimal.getcontext()
    return number * context.prec


def main():
    shares = []
    for number in range(10):
        shares.append(share(number))
    print(shares)


main()
