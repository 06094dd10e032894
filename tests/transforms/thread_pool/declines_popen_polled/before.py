import subprocess
import sys


def main():
    answers = []
    for number in range(6):
        process = subprocess.Popen([sys.executable, "-c", f"print({number})"], stdout=subprocess.PIPE)
        polls = 0
        while process.poll() is None:
            polls += 1
        answers.append((process.stdout.read(), polls > 0))
    print(answers)


main()
