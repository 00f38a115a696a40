/*
  Reading: cards on links, which links are shown, walks through mentions, addresses of paragraphs, copying.
*/
