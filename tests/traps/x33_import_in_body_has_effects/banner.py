print("module banner is here")
users = 0
