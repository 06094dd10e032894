import configparser
import sys
import time


class Config(configparser.ConfigParser):
    asked = 0

    def getint(self, *args, **more):
        if int(sys.argv[1]) > 8:
            self.asked += 1
        return super().getint(*args, **more) + self.asked


config = Config()
config.read_string("[job]\nstep = 7\n")


def ask(number):
    time.sleep(0.001)
    return number * config.getint("job", "step")


for number in range(int(sys.argv[1])):
    print(ask(number))
