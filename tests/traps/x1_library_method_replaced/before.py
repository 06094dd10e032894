import sys
import textwrap

COUNT = [0]
plain = textwrap.TextWrapper.wrap


def counting(self, text):
    COUNT[0] += 1
    return plain(self, text)[:COUNT[0]]


def wrapped(text):
    return len(textwrap.wrap(text, 20)) + sum(k % 7 for k in range(300))


def main(size):
    textwrap.TextWrapper.wrap = counting
    texts = ["word " * (n % 40 + 1) for n in range(size)]
    print([wrapped(text) for text in texts], COUNT)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
