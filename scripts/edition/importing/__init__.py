"""Articles brought in from elsewhere: reads what is there, writes what is new into articles/, overwrites nothing."""
