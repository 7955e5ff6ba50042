"""Write an answer, then compare it with the model answer idea by idea."""
