import time

last = [0]


def throttled(number):
    gap = number - last[0]
    last[0] = number
    time.sleep(0.001 * min(gap, 1))
    return number * gap


print([throttled(number) for number in range(15)])
