# Its end drops the object that the item's variable holds, and says so.
import sys
import time

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def ask(number):
    time.sleep(0.001)
    return sum(k * number % 7 for k in range(3000))



class Job:
    def __init__(self, number, all_jobs):
        self.number = number
        self.all_jobs = all_jobs

    def __del__(self):
        print("gone", self.number)

    def run_once(self):
        answer = ask(self.number)
        self.all_jobs.pop(self.number, None)
        return answer


jobs = {}
for number in range(count):
    jobs[number] = Job(number, jobs)
for number in range(count):
    job = jobs[number]
    print(job.run_once())
    del job
