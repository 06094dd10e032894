import sys
import time


def ask(number):
    time.sleep(0.01)
    return number * number


def main(count):
    for number in range(count):
        answer = ask(number)
        if answer > 100:
            print("enough")
            sys.exit(answer % 100)
        print(answer)
    return 0


try:
    sys.exit(main(int(sys.argv[1])))
finally:
    print("bye")
