import time


def ask(number):
    time.sleep(0.005)
    return number * 3


for number in range(10):
    print(ask(number))
