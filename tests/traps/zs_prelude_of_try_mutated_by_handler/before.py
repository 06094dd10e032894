# a handler changes the object that is made before the try
import sys

def work(number, more):
    total = sum(k * number % 7 for k in range(3000))
    if (number + more) % 4 == 3:
        raise ValueError(number)
    return total


count = int(sys.argv[1]) if len(sys.argv) > 1 else 12
report = ""

class Job:
    def __init__(self, number):
        self.number = number
        self.failures = 0

    def run(self):
        return work(self.number, self.failures)


for number in range(count):
    job = Job(number)
    try:
        first = job.run()
        second = work(first % 5, job.failures)
    except ValueError as error:
        job.failures += 1
        report += f"{number} {error} {job.failures}\n"
    else:
        report += f"{number} {first + second} {job.failures}\n"
print(report)
