import collections
import string
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
by_field = collections.defaultdict(int)
by_name = collections.defaultdict(int)
by_template = collections.defaultdict(int)


def work(n):
    total = sum(k * n % 7 for k in range(2000))
    return total, "{0[level]} {x:.1f}".format(by_field, x=n)


def named(n):
    return sum(k * n % 7 for k in range(2000)), "{level}".format_map(by_name)


def filled(n):
    text = string.Template("$level").substitute(by_template)
    return sum(k * n % 7 for k in range(2000)), text


print([work(n) for n in range(count)], dict(by_field))
print([named(n) for n in range(count)], dict(by_name))
print([filled(n) for n in range(count)], dict(by_template))
