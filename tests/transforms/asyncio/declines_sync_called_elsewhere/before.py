import time


def ask(number):
    time.sleep(0.005)
    return number * 3


def first():
    return ask(0)


def main():
    print(first())
    answers = []
    for number in range(10):
        answers.append(ask(number))
    print(answers)


main()
