# What load() does at its end changes what the next object asks for.
import sys
import time

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def ask(number):
    time.sleep(0.001)
    return sum(k * number % 7 for k in range(3000))



class Page:
    last = 1

    def __init__(self, number):
        self.number = number
        self.text = ""

    def load(self):
        answer = ask(self.number * Page.last)
        self.text = str(answer)
        Page.last = answer % 3 + 1
        return len(self.text)


pages = [Page(number) for number in range(count)]
for page in pages:
    print(page.load(), page.text)
