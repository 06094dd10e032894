import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

def score(n):
    return sum(i * i for i in range(n % 50)) % 97

def main():
    table = list(range(count))
    try:
        for n in range(10**9):
            value = score(n)
            print(table[n], value)
    except IndexError:
        print("end")

main()
