import subprocess
import sys


def ticket(number):
    script = 'cat counter 2>/dev/null | wc -c; echo x >> counter'
    return int(subprocess.check_output(["sh", "-c", script]))


def main():
    tickets = []
    for number in range(int(sys.argv[1])):
        tickets.append(ticket(number))
    print(tickets)


if __name__ == "__main__":
    main()
