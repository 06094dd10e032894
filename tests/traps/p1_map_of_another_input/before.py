import sys

if len(sys.argv) > 1:

    def map(function, items):
        return ["mine", function(len(items))]


def work(n):
    return sum(k * n % 7 for k in range(2000))


print(list(map(work, range(9))))
