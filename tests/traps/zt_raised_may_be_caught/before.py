# What is raised under one name is caught under another.
import socket
import sys


class Slow(TimeoutError):
    pass


def check(number):
    try:
        if number % 4 == 1:
            error = TimeoutError("late")
            error.code = number
            raise error
        if number % 4 == 2:
            raise IOError(number, "two")
        if number % 4 == 3:
            raise Slow(number)
    except (socket.error, EnvironmentError) as error:
        error.args = error.args + (getattr(error, "code", 0),)
        return error.args
    return sum(k * number % 7 for k in range(3000))


count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
for number in range(count):
    print(number, check(number))
